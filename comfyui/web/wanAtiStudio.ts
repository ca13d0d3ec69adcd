import * as z from 'zod/mini';
import type { ComfyApp, ComfyNode } from './comfyPage.ts';
import { openEditorDialog } from './editorDialog.ts';
import { isTrackNode, readNode, writeNode } from './trackNode.ts';
import { wordsFor } from './words.ts';

/*
 * The one script that ComfyUI's page imports. It registers a menu entry that opens the app, and a button on WanTrackToVideo
 * nodes that opens it for that node; the app itself is fetched when it is opened.
 */

// ComfyUI's page may forbid the code that zod would otherwise generate.
z.config({ jitless: true });

/** Written by the build: another app, another address, so that no browser shows a stale page. */
declare const APP_VERSION: string;

// Where this file lies says where ComfyUI is, whatever folder or path either has.
const here = import.meta.url;
const scripts = new URL('../../scripts/app.js', here);
const { app } = (await import(scripts.href)) as { readonly app: ComfyApp };
const words = wordsFor(app.extensionManager?.setting?.get('Comfy.Locale'));

const page = (query: Readonly<Record<string, string>> = {}): URL => {
	const url = new URL('app/index.html', here);
	url.search = String(new URLSearchParams({ v: APP_VERSION, ...query }));
	return url;
};

function draw(node: ComfyNode): void {
	openEditorDialog({
		page: page({ 'comfyui-node': String(node.id) }),
		label: words.editor,
		read: () => readNode(app, node),
		use: (given) => writeNode(app, node, given),
	});
}

function drawSelected(): void {
	const chosen = Object.values(app.canvas?.selected_nodes ?? {}).filter(isTrackNode);
	const [node] = chosen;
	if (node && chosen.length === 1) draw(node);
	else app.extensionManager?.toast?.add({ severity: 'info', summary: words.noNode, life: 4000 });
}

app.registerExtension({
	name: 'WanAtiStudio',
	commands: [
		{
			id: 'WanAtiStudio.Open',
			label: words.openStudio,
			icon: 'pi pi-pencil',
			function: () => void window.open(page(), 'wan-ati-studio'),
		},
		{
			id: 'WanAtiStudio.DrawSelected',
			label: words.drawSelected,
			icon: 'pi pi-pencil',
			function: drawSelected,
		},
	],
	menuCommands: [
		{ path: ['Wan ATI Studio'], commands: ['WanAtiStudio.Open', 'WanAtiStudio.DrawSelected'] },
	],
	nodeCreated(node) {
		if (!isTrackNode(node)) return;
		const button = node.addWidget('button', words.draw, '', () => draw(node), { serialize: false });
		// Not among the node's values: a workflow opens the same without this extension.
		button.serialize = false;
	},
	getNodeMenuItems: (node) =>
		isTrackNode(node) ? [{ content: words.draw, callback: () => draw(node) }] : [],
});
