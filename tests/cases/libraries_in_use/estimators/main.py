"""Every estimator computes in the same methods, whatever its class."""
import asyncio

import sklearn.tree
from lightgbm import LGBMRegressor
from sklearn.ensemble import IsolationForest
from sklearn.linear_model import Ridge
from sklearn.model_selection import GridSearchCV, RandomizedSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

NO_ORACLE = "needs scikit-learn and lightgbm"


class Models:
    def __init__(self):
        self.outliers = IsolationForest()
        self.price = make_pipeline(StandardScaler(), Ridge())


async def bad_fit(models: Models, x, y):
    models.outliers.fit(x)  # expect: AF108
    models.price.fit(x, y)  # expect: AF108
    sklearn.tree.DecisionTreeClassifier().fit(x, y)  # expect: AF108
    LGBMRegressor().fit(x, y)  # expect: AF108


async def bad_use(models: Models, x):
    models.outliers.decision_function(x)  # expect: AF108
    return StandardScaler().fit_transform(x)  # expect: AF108


async def bad_best(x):
    search = RandomizedSearchCV(Ridge(), {})
    return search.best_estimator_.predict(x)  # expect: AF108


async def ok_made(models: Models, x):
    search = GridSearchCV(Ridge(), {}).set_params(cv=3)
    await asyncio.to_thread(search.fit, x)
    return models.price.get_params()
