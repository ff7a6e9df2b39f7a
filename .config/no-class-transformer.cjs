// Stands for a package that we do not install. Each class that is made of others looks for it anew; under jest every such
// look goes through the folders, a quarter of a second for each test file. It says that nothing is to be transformed.
const nothing = ['_excludeMetadatas', '_exposeMetadatas', '_transformMetadatas', '_typeMetadatas'];

module.exports = { defaultMetadataStorage: Object.fromEntries(nothing.map((name) => [name, new Map()])) };
