export const generation = {};
