"""scikit-learn's KMeans on vectors of a file, for `npm run bench -- kmeans`: one request as JSON in the argument, one answer as JSON."""

import json
import sys
import time

import numpy
import sklearn
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_info


def read(path, dims):
    return numpy.fromfile(path, dtype="<f4").reshape(-1, dims)


def per_iteration(request):
    """Seconds of one iteration: what more of them take longer, so that what fit() does once is not counted."""
    vectors, init = read(request["vectors"], request["dims"]), read(request["centroids"], request["dims"])

    def fit(iterations):
        model = KMeans(len(init), init=init, n_init=1, max_iter=iterations, tol=0, algorithm="lloyd")
        started = time.perf_counter()
        model.fit(vectors)
        return time.perf_counter() - started, model.n_iter_

    fit(2)  # The first one takes twice as long as the next.
    (short, few), (long, many) = fit(2), fit(request["iterations"])
    return {"seconds": (long - short) / (many - few)}


def labels(request):
    vectors = read(request["vectors"], request["dims"])
    models = [
        KMeans(request["k"], n_init=request["attempts"], random_state=seed, algorithm="lloyd").fit(vectors) for seed in request["seeds"]
    ]
    return {"labels": [model.labels_.tolist() for model in models]}


def about(_request):
    libraries = sorted({f"{pool.get('internal_api')} {pool.get('version')}" for pool in threadpool_info() if pool["user_api"] == "blas"})
    return {"name": f"scikit-learn {sklearn.__version__}, numpy {numpy.__version__}, {', '.join(libraries)}"}


request = json.loads(sys.argv[1])
print(json.dumps({"about": about, "labels": labels, "per_iteration": per_iteration}[request["task"]](request)))
