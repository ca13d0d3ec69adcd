import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodeVideo } from '../../../src/media/node/decodeVideo.ts';
import { createPointTracker } from '../../../src/metrics/pointTracking/createPointTracker.ts';
import { lumaOfRgba } from '../../../src/metrics/pointTracking/trackPoints.ts';

/* Started by bench/trackerRepeats.bench.ts with a video and points: prints a fingerprint of all places each time it follows them. */

const bytes = readFileSync(process.argv[2]!);
const starts = JSON.parse(process.argv[3]!);
for (let time = 0; time < 3; time++) {
	const tracker = createPointTracker(starts);
	const fingerprint = createHash('sha256');
	for await (const { width, height, rgba } of decodeVideo(bytes))
		for (const { x, y } of tracker.next(lumaOfRgba(rgba, width, height)))
			fingerprint.update(`${x.toFixed(2)},${y.toFixed(2)} `);
	console.log(fingerprint.digest('hex'));
}
