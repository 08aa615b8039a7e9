"""The model, loaded once, and asked on every request."""

import h2o


def load():
    return h2o.load_model("model.zip")


def score(features):
    frame = h2o.H2OFrame([features])
    return h2o.predict(frame)
