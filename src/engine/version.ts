/** The version of the rules. It is part of every digest, and goes up whenever any answer could change. */
export const ENGINE_VERSION = '1.0.0';
