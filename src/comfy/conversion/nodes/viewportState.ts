import { isRecord } from '../json/isRecord.ts';
import type { LiveNode } from './liveGraph.ts';

/** Classes whose 3D view sends where its camera stands. */
export const sendsViewport: ReadonlySet<string> = new Set([
	'Preview3DAdvanced',
	'Save3DAdvanced',
	'PreviewGaussianSplat',
	'PreviewPointCloud',
	'SaveGaussianSplat',
	'SavePointCloud',
]);

/** What the page sends for a 3D view that nobody has touched: the saved camera, else its default one. */
export function viewportState(node: LiveNode): unknown {
	const saved = node.source.properties.get('Camera Config');
	const camera = isRecord(saved) && isRecord(saved.state) ? saved.state : defaultCamera;
	return { image: '', mask: '', normal: '', camera_info: camera, recording: '', model_3d_info: [] };
}

// As comfyui-frontend-package 1.58.1 sends it.
const defaultCamera = {
	position: { x: 10, y: 10, z: 10.000000000000002 },
	target: { x: 0, y: 0, z: 0 },
	zoom: 1,
	cameraType: 'perspective',
	quaternion: {
		x: -0.2798481423331213,
		y: 0.3647051996310008,
		z: 0.11591689595929511,
		w: 0.8804762392171493,
	},
	fov: 35,
	aspect: 1,
	near: 0.01,
	far: 10000,
	frustum: { left: -5, right: 5, top: 5, bottom: -5 },
};
