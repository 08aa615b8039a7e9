JOBS = []


def run_jobs():
    for job in JOBS:
        job()
