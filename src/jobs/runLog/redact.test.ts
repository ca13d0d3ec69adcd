import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
	['Authorization: Bearer abc.def-123', 'Authorization: [redacted]'],
	['{"authorization": "Basic dXNlcjpwYXNz", "x": 1}', '{"authorization": "[redacted]", "x": 1}'],
	['sent Bearer abcdef123456 to it', 'sent Bearer [redacted] to it'],
	['api_key=k-123456, next', 'api_key=[redacted], next'],
	['hf_abcdefghijklmnopqrstuvwx is bad', '[redacted] is bad'],
	['http://me:hunter2@gpu.lan:8188/queue', 'http://gpu.lan:8188/queue'],
	['GET https://x/ws?clientId=1&token=abc', 'GET https://x/ws?clientId=1&token=[redacted]'],
])('secrets go: %s', (text, redacted) => {
	expect(redact(text)).toBe(redacted);
});

test.each([
	['File "/home/ann/my comfy/execution.py", line 3', 'File "…/execution.py", line 3'],
	['no /home/ann/ComfyUI/models/vae/a.safetensors', 'no …/a.safetensors'],
	['[Errno 2] /root/x/y.png: gone', '[Errno 2] …/y.png: gone'],
	['C:\\Users\\Ann B\\ComfyUI\\main.py failed', 'C:\\'],
	['\\\\nas\\share\\out\\a.mp4', '…/a.mp4'],
	['see file:///srv/comfy/out/a.mp4', 'see …/a.mp4'],
	['~/ComfyUI/models/x.pt', '…/x.pt'],
])('folders of paths go: %s', (text, redacted) => {
	if (redacted === 'C:\\') {
		expect(redact(text)).not.toMatch(/Users|Ann/);
		expect(redact(text)).toContain('main.py');
	} else expect(redact(text)).toBe(redacted);
});

test.each([
	'GET http://127.0.0.1:8188/history/0b1c, 3 ms',
	'start: 832 x 480, 81 frames, 2 tracks, seed 48',
	'wanati/0123abcd.png is not among the choices',
	'16/9, 3/4 and/or n/a',
	'step 3/20 of KSampler',
])('what is neither stays: %s', (text) => {
	expect(redact(text)).toBe(text);
});

test('nothing steers a terminal', () => {
	expect(redact('a\u001b[2Jb\u202ec\td\n')).toBe('a[2Jbc\td\n');
});

test('a secret in any surroundings is gone, and a second time changes nothing', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (before, after) => {
			const once = redact(`${before}\nAuthorization: Bearer s3cr3tvalue\n${after}`);
			expect(once).not.toContain('s3cr3tvalue');
			expect(redact(once)).toBe(once);
		}),
		{ numRuns: 200 },
	);
});
