"""A chain that ends in a model, whatever it begins with."""
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnableLambda, RunnablePassthrough
from langchain_openai import ChatOpenAI

NO_ORACLE = "a model answers over the network"

PROMPT = ChatPromptTemplate.from_template("{question}")


async def bad_passthrough():
    chain = RunnablePassthrough() | PROMPT | ChatOpenAI()
    return chain.invoke({"question": "why"})  # expect: AF102


async def bad_lambda():
    chain = RunnableLambda(str) | ChatOpenAI()
    return chain.invoke("why")  # expect: AF102


async def ok_awaited():
    chain = RunnablePassthrough() | PROMPT | ChatOpenAI()
    return await chain.ainvoke({"question": "why"})


async def ok_without_a_model():
    chain = RunnablePassthrough() | PROMPT | StrOutputParser()
    return chain.invoke({"question": "why"})
