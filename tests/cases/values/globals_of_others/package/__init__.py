from package.jobs import JOBS as QUEUE
