"""The operations of a client are made at run time."""
import boto3

NO_ORACLE = "needs the library"
s3 = boto3.client("s3")  # not on the loop


async def upload():
    s3.put_object(Bucket="b", Key="k", Body=b"")  # expect: AF110


async def presigned():
    return s3.generate_presigned_url("get_object")
