import { previewPicture } from '../render/previewPicture.ts';
import { number, take } from './inputs.ts';
import { type Executor, NodeException } from './values.ts';

/** KSampler: steps that take time, each with a preview; guidance comes from the positive conditioning alone. */
export const sample: Executor = async (inputs, context) => {
	const latent = take(inputs, 'latent_image', 'latent');
	const { guide } = take(inputs, 'positive', 'conditioning');
	const steps = number(inputs, 'steps', 20);
	const seed = number(inputs, 'seed', 0);
	for (let step = 1; step <= steps; step++) {
		failIfAsked(context.failWith());
		await context.step(
			step,
			steps,
			guide && (() => previewPicture(guide.start, step / steps, seed, context.previewSize)),
		);
	}
	return { outputs: [{ ...latent, sampled: true, ...(guide ? { guide } : {}) }] };
};

function failIfAsked(how: 'oom' | 'error' | undefined): void {
	if (how === 'oom') {
		throw new NodeException(
			'torch.OutOfMemoryError',
			'Allocation on device 0 would exceed allowed memory. (out of memory)\nCurrently allocated     : 22.31 GiB\nRequested               : 1.52 GiB\nDevice limit            : 23.64 GiB\nFree (according to CUDA): 21.25 MiB\nPyTorch limit (set by user-supplied memory fraction)\n                        : 17179869184.00 GiB\n\nThis error means you ran out of memory on your GPU.\n\nTIPS: If the workflow worked before you might have accidentally set the batch_size to a large number.',
		);
	}
	if (how === 'error') {
		throw new NodeException(
			'RuntimeError',
			'mat1 and mat2 shapes cannot be multiplied (77x768 and 4096x5120)',
		);
	}
}
