/** Largest start image, in million pixels: 64 Mpx decode to 256 MB. */
export const limitMegapixels = 64;

/** Largest file opened as a start image. */
export const limitImageBytes = 128 * 1024 * 1024;
