/** `frame_0000.png`, `frame_0001.png` ... */
export const frameName = (index: number): string => `frame_${String(index).padStart(4, '0')}.png`;
