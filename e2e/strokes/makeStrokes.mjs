// Writes the strokes of this folder: what a hand on a mouse or pen sends, from a fixed seed.
// Ideal path x uneven speed x slow drift and fast tremor of the hand x whole pixels of the pointer (pens: halves).
import { writeFileSync } from 'node:fs';

function random(seed) {
	let a = seed;
	return () => {
		a = (a + 0x6d2b79f5) | 0;
		let t = Math.imul(a ^ (a >>> 15), 1 | a);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** Noise that a hand makes: a sum of sines, `size` px, mostly near `hz`. */
function tremor(rand, size, hz) {
	const waves = Array.from({ length: 6 }, () => ({
		f: hz * (0.4 + rand() * 1.2),
		p: rand() * 6.283,
		a: (size / 2.4) * (0.5 + rand()),
	}));
	return (s) => waves.reduce((sum, w) => sum + w.a * Math.sin(6.283 * w.f * s + w.p), 0) / 1.6;
}

function stroke({ name, seed, seconds, hz, path, shake, shakeHz = 9, grid = 1, pace = minimumJerk }) {
	const rand = random(seed);
	const nx = tremor(rand, shake, shakeHz);
	const ny = tremor(rand, shake, shakeHz);
	const points = [];
	const count = Math.round(seconds * hz);
	for (let i = 0; i <= count; i++) {
		const late = i > 0 && i < count ? (rand() - 0.5) * 0.3 : 0;
		const s = ((i + late) / count) * seconds;
		const [x, y] = path(pace(s / seconds));
		points.push({
			x: Math.round((x + nx(s)) / grid) * grid,
			y: Math.round((y + ny(s)) / grid) * grid,
			timeMs: Math.round(s * 1000 * 10) / 10,
		});
	}
	writeFileSync(new URL(`${name}.json`, import.meta.url), `${JSON.stringify({ name, points })}\n`);
}

/** A reach of the hand: slow, fast, slow (Flash & Hogan 1985). */
function minimumJerk(u) {
	return u * u * u * (10 - 15 * u + 6 * u * u);
}
const uneven = (u) => u + 0.06 * Math.sin(6.283 * u * 2.3) * u * (1 - u) * 4;

stroke({
	name: 'circle', seed: 1, seconds: 1.7, hz: 120, shake: 0.8, pace: uneven,
	path: (u) => {
		const a = -1.4 + u * 6.5;
		const r = 118 + 7 * u + 4 * Math.sin(2 * a + 1);
		return [410 + r * Math.cos(a), 236 + 0.93 * r * Math.sin(a)];
	},
});

const corners = [[90, 330], [168, 150], [262, 342], [340, 138], [446, 338], [520, 160], [640, 320]];
stroke({
	name: 'zigzag', seed: 2, seconds: 2.1, hz: 60, shake: 0.7, pace: uneven,
	path: (u) => {
		const place = Math.min(u, 0.999999) * (corners.length - 1);
		const n = Math.floor(place);
		const f = minimumJerk(place - n) * 0.55 + (place - n) * 0.45;
		return [0, 1].map((k) => corners[n][k] + f * (corners[n + 1][k] - corners[n][k]) + 5 * Math.sin(f * 3.14) * (k ? 1 : 0.4));
	},
});

stroke({
	name: 'signature', seed: 3, seconds: 2.6, hz: 120, shake: 0.6, grid: 0.5, pace: uneven,
	path: (u) => {
		const a = u * 6.283 * 6;
		const tall = 34 + 26 * Math.sin(u * 7 + 0.6);
		return [180 + 430 * u - 30 * Math.sin(a), 260 - 40 * u - tall * Math.cos(a + 0.3 * Math.sin(u * 9))];
	},
});

stroke({
	name: 'slowShakyLine', seed: 4, seconds: 5.2, hz: 60, shake: 1.3, shakeHz: 7, pace: uneven,
	path: (u) => [120 + 560 * u, 300 - 90 * u + 6 * Math.sin(u * 5)],
});

stroke({
	name: 'fastFlick', seed: 5, seconds: 0.15, hz: 60, shake: 0.5,
	path: (u) => [220 + 390 * u, 330 - 250 * u + 160 * u * u],
});

stroke({
	name: 'spiral', seed: 6, seconds: 3.4, hz: 120, shake: 0.8, pace: uneven,
	path: (u) => {
		const a = u * 6.283 * 3.2;
		const r = 24 + 150 * u;
		return [420 + r * Math.cos(a), 240 + r * Math.sin(a)];
	},
});

stroke({
	name: 'leafFall', seed: 7, seconds: 2.4, hz: 90, shake: 0.7, grid: 0.5, pace: uneven,
	path: (u) => [420 + (120 - 50 * u) * Math.sin(u * 13), 60 + 360 * u - 26 * Math.abs(Math.cos(u * 13))],
});
