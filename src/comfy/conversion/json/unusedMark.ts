/** A mark of letters and colons that a JSON text does not contain, so that nothing else in it can look marked. */
export function unusedMark(text: string): string {
	let mark = 'integer:';
	while (text.includes(mark)) mark = `:${mark}`;
	return mark;
}
