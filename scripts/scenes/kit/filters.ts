/** Surfaces that every scene may use: `filter: 'url(#grain)'`. Distances in scene units. */
export const filters = [
	surface('grain', '.75', 3, 4, 0.34, 0),
	surface('mottle', '.14 .22', 4, 11, 0.5, -0.25),
	surface('weave', '.32', 2, 9, 0.85, -0.78),
	surface('fibre', '.02 .35', 3, 7, 0.9, -0.85),
	surface('bark', '.3 .03', 3, 3, 0.9, -0.85),
	surface('stone', '.05 .06', 5, 17, 0.9, -0.85),
	rough('rough', 0.07, 14),
	rough('ragged', 0.16, 6),
	...[1, 2, 4, 8, 16].map(
		(px) =>
			`<filter id="blur${px}" x="-.5" y="-.5" width="2" height="2"><feGaussianBlur stdDeviation="${px}"/></filter>`,
	),
].join('');

/** Noise laid over the colours as soft light, inside the shape only. */
function surface(
	id: string,
	frequency: string,
	octaves: number,
	seed: number,
	gain: number,
	offset: number,
): string {
	const row = `${gain} ${gain} ${gain} 0 ${offset}`;
	return `<filter id="${id}" x="-.1" y="-.1" width="1.2" height="1.2" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="${octaves}" seed="${seed}"/><feColorMatrix values="${row} ${row} ${row} 0 0 0 0 1"/><feBlend in2="SourceGraphic" mode="soft-light"/><feComposite in2="SourceGraphic" operator="in"/></filter>`;
}

/** Torn edges and a mottled surface: clouds, smoke, foam. */
function rough(id: string, frequency: number, scale: number): string {
	const row = '.6 .6 .6 0 -.38';
	return `<filter id="${id}" x="-.1" y="-.1" width="1.2" height="1.2" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="4" seed="21" result="n"/><feDisplacementMap in="SourceGraphic" in2="n" scale="${scale}" xChannelSelector="R" yChannelSelector="G" result="d"/><feTurbulence type="fractalNoise" baseFrequency=".12" numOctaves="4" seed="5"/><feColorMatrix values="${row} ${row} ${row} 0 0 0 0 1"/><feBlend in2="d" mode="soft-light"/><feComposite in2="d" operator="in"/></filter>`;
}
