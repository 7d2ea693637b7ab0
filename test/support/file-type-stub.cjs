const refuse = () => Promise.reject(new Error('Expected image-hash to be given decoded bytes, but received something it wanted to sniff.'));

/** Stands in for file-type when image-hash requires it inside Jest: see resolver.cjs. */
module.exports = { fromBuffer: refuse, fileTypeFromBuffer: refuse };
