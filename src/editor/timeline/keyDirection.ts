/** What an arrow key does to a value: back, on, or nothing. */
export function keyDirection(key: string): -1 | 0 | 1 {
	if (key === 'ArrowLeft' || key === 'ArrowDown') return -1;
	return key === 'ArrowRight' || key === 'ArrowUp' ? 1 : 0;
}
