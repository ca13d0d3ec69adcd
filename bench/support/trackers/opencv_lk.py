"""Follows points through raw 8-bit frames with OpenCV, one thread; prints JSON. Started by bench/trackers.bench.ts."""
import json
import sys
import time

import cv2
import numpy as np

frames_file, width, height, starts_json = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
cv2.setNumThreads(1)
frames = np.fromfile(frames_file, np.uint8).reshape(-1, height, width)
starts = np.array(json.loads(starts_json), np.float32).reshape(-1, 1, 2)
how = dict(winSize=(21, 21), maxLevel=3, criteria=(cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 20, 0.005))


def follow(check):
    places = [starts]
    for before, now in zip(frames, frames[1:]):
        found, _, _ = cv2.calcOpticalFlowPyrLK(before, now, places[-1], None, **how)
        if check:
            cv2.calcOpticalFlowPyrLK(now, before, found, None, **how)
        places.append(found)
    return np.stack(places)


def timed(check):
    best = 1e9
    for _ in range(3):
        begin = time.process_time()
        places = follow(check)
        best = min(best, time.process_time() - begin)
    return best * 1000, places


ms, places = timed(False)
both, _ = timed(True)
print(json.dumps({'version': cv2.__version__, 'ms': ms, 'bothWaysMs': both, 'places': places.ravel().tolist()}))
