import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { paintSvg, svgDocument } from './svg.ts';

test('a path is one element: fill under stroke, each with its own share of opacity', () => {
	const svg = paintSvg([
		{
			type: 'path',
			subpaths: [
				[0, 0, 10.005, 5],
				[1, 2, 3, 4],
			],
			closed: true,
			evenOdd: true,
			fill: 'rgb(10 12 16 / .5)',
			stroke: '#fff',
			lineWidth: 2.5,
			alpha: 0.5,
			dash: [5, 5],
		},
	]);
	expect(svg).toContain(
		'<path d="M0 0L10.01 5ZM1 2L3 4Z" fill-rule="evenodd" fill="#0a0c10" fill-opacity="0.25" stroke="#fff" stroke-opacity="0.5" stroke-width="2.5" stroke-dasharray="5 5"/>',
	);
});

test('discs are whole circles round their centres', () => {
	const svg = paintSvg([{ type: 'discs', centers: [10, 20, 30, 40], radius: 5, fill: 'red' }]);
	expect(svg).toContain(
		'd="M5 20a5 5 0 1 0 10 0a5 5 0 1 0 -10 0ZM25 40a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z" fill="red"',
	);
});

test('a box and its text', () => {
	const svg = paintSvg([
		{ type: 'box', x: 1, y: 2, width: 16, height: 16, radius: 4, fill: '#123456' },
		{
			type: 'text',
			text: '1 & <2>',
			x: 9,
			y: 10,
			color: '#000',
			font: '700 11px system-ui, sans-serif',
		},
	]);
	expect(svg).toContain('<rect x="1" y="2" width="16" height="16" rx="4" fill="#123456"/>');
	expect(svg).toContain('font-weight="700" font-size="11" font-family="system-ui, sans-serif"');
	expect(svg).toContain('>1 &amp; &lt;2&gt;</text>');
});

test('whatever the texts hold, no markup comes of them', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const svg = svgDocument(
				{ width: 10, height: 10 },
				[{ type: 'text', text, x: 0, y: 0, color: '#000', font: '700 11px x' }],
				{ title: text, picture: { href: text, x: 0, y: 0, width: 10, height: 10 } },
			);
			const tags = [...svg.matchAll(/<([/\w]+)/g)].map(([, name]) => name);
			expect(tags).toEqual(['svg', 'title', '/title', 'image', 'g', 'text', '/text', '/g', '/svg']);
		}),
		{ numRuns: 100 },
	);
});
