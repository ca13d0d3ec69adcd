import { shotFields } from '#comfy/workflow/shotFields.ts';

/** Node classes of the template that no shot field belongs to. */
const others = ['CLIPVisionEncode', 'VAEDecode', 'SaveVideo'];

/** Every node class that the shot's graph uses: what is asked of a server's object_info. */
export const neededClasses: readonly string[] = [
	...new Set([...Object.values(shotFields).map((place) => place.classType), ...others]),
];
