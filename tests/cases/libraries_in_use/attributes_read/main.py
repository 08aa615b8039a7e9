"""Attributes whose reading asks a server: of an object that is declared, made here, or handed on."""
from selenium import webdriver

NO_ORACLE = "no browser is at hand"


class Page:
    def __init__(self, driver: webdriver.Chrome):
        self.driver = driver

    @property
    def heading(self):
        return self.driver.title


def title_of(thing):
    return thing.title


class Book:
    title = "a"


async def bad_property(driver: webdriver.Firefox):
    Page(driver).heading  # expect: AF110


async def bad_handed_on(driver: webdriver.Firefox):
    title_of(driver)  # expect: AF110


async def bad_here(driver: webdriver.Remote):
    return driver.current_url  # expect: AF110


async def ok_others(text: str):
    title_of(Book())
    return text.title()
