"""Trustworthiness of scikit-learn's t-SNE of vectors in a file of float32, and its name, as JSON."""

import json
import sys

import numpy
import sklearn
from sklearn.manifold import TSNE, trustworthiness

path, dims, neighbours = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
vectors = numpy.fromfile(path, dtype="<f4").reshape(-1, dims)
layout = TSNE(2, init="pca", random_state=1).fit_transform(vectors)
print(json.dumps({"name": f"scikit-learn {sklearn.__version__}", "tsne": float(trustworthiness(vectors, layout, n_neighbors=neighbours))}))
