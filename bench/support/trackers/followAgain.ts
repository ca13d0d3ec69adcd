import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodeVideo } from '../../../src/media/node/decodeVideo.ts';
import { createPointTracker } from '../../../src/metrics/pointTracking/createPointTracker.ts';
import { lumaOfRgba } from '../../../src/metrics/pointTracking/trackPoints.ts';
import { trackerStarts } from './trackerPlan.ts';

/* Started by bench/trackerRepeats.bench.ts with a video: prints a fingerprint of all places, once for each time it is followed. */

const bytes = readFileSync(process.argv[2]!);
for (let time = 0; time < 3; time++) {
	const tracker = createPointTracker(trackerStarts);
	const fingerprint = createHash('sha256');
	for await (const { width, height, rgba } of decodeVideo(bytes))
		for (const { x, y } of tracker.next(lumaOfRgba(rgba, width, height)))
			fingerprint.update(`${x.toFixed(2)},${y.toFixed(2)} `);
	console.log(fingerprint.digest('hex'));
}
