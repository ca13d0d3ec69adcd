import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTrack, emptyDocument, type WanDocument } from '#core/document/document.ts';
import { createEditorStore } from '#editor/store/createEditorStore.ts';
import { createMemoryDatabase } from '../persistence/createMemoryDatabase.ts';
import type { ProjectStorage } from '../persistence/projectRecord.ts';
import { createProjects } from './createProjects.ts';

/** A browser: one storage, tabs that hear each other, and no clock but the test's. */
function createBrowser() {
	let ids = 0;
	let time = 0;
	const createId = () => `id${++ids}`;
	const { projects: storage } = createMemoryDatabase({ now: () => ++time, createId });
	const listeners = new Set<(message: unknown) => void>();
	const openTab = (memory: string[] = [], own: ProjectStorage = storage) => {
		const editor = createEditorStore({ createId });
		let mine: ((message: unknown) => void) | undefined;
		const projects = createProjects({
			editor,
			storage: own,
			tabs: {
				post(message) {
					for (const listener of [...listeners]) if (listener !== mine) listener(message);
				},
				subscribe(listener) {
					mine = listener;
					listeners.add(listener);
					return () => void listeners.delete(listener);
				},
			},
			createId,
			now: () => (time += 1000),
			setTimeout: () => 0,
			clearTimeout: () => undefined,
			memory: { get: () => memory, set: (id) => void memory.splice(0, memory.length, id) },
		});
		const put = (document: WanDocument) =>
			editor.dispatch('Put', [{ type: 'document/replace', document }]);
		const rename = (name: string) => editor.dispatch('Rename', [{ type: 'document/rename', name }]);
		return { editor, projects, memory, put, rename, save: projects.autosave.flush };
	};
	const stored = async () => {
		const infos = await storage.list();
		return infos.map(({ name }) => name).sort();
	};
	return { storage, openTab, stored };
}

const shot = (name: string): WanDocument => ({
	...emptyDocument,
	name,
	tracks: [createTrack(emptyDocument, 't', 'pin', [{ x: 1, y: 2, mode: 'smooth' }])],
});

test('the shot before is kept when another begins, and undo goes back into it', async () => {
	const { openTab, stored } = createBrowser();
	const { editor, projects, put, rename, save } = openTab();
	projects.begin(() => put(shot('Fox')));
	const fox = projects.getState().currentId;
	projects.begin(() => put(shot('Koi')));
	expect(projects.getState().currentId).not.toBe(fox);
	await save();
	expect(await stored()).toEqual(['Fox', 'Koi']);
	editor.undo();
	expect(projects.getState().currentId).toBe(fox);
	rename('Fox again');
	await save();
	expect(await stored()).toEqual(['Fox again', 'Koi']);
});

test('a jump through the history lands in the project that each step belonged to', async () => {
	const { openTab, stored } = createBrowser();
	const { editor, projects, put, rename, save } = openTab();
	projects.begin(() => put(shot('A')));
	rename('A1');
	rename('A2');
	projects.begin(() => put(shot('B')));
	rename('B1');
	await save();
	editor.goToStep(2);
	await save();
	expect(await stored()).toEqual(['A1', 'B1']);
	editor.goToStep(5);
	await save();
	expect(await stored()).toEqual(['A1', 'B1']);
});

test('what was only looked at is forgotten when it is left, what was changed is kept', async () => {
	const { openTab, stored } = createBrowser();
	const { projects, put, rename, save } = openTab();
	projects.begin(() => put(shot('Seen')), true);
	await save();
	expect(await stored()).toEqual(['Seen']);
	projects.begin(() => put(shot('Changed')), true);
	rename('Changed by me');
	projects.begin(() => put(shot('Next')));
	await save();
	await save();
	expect(await stored()).toEqual(['Changed by me', 'Next']);
});

test('a reload opens what this tab had open, another tab what was saved last', async () => {
	const { openTab } = createBrowser();
	const first = openTab();
	first.projects.begin(() => first.put(shot('Fox')));
	await first.save();
	const other = openTab();
	other.projects.begin(() => other.put(shot('Koi')));
	await other.save();
	const again = openTab(first.memory);
	expect(await again.projects.openLast()).toBe(true);
	expect(again.editor.getDocument().name).toBe('Fox');
	const third = openTab();
	await third.projects.openLast();
	expect(third.editor.getDocument().name).toBe('Koi');
	expect(await openTab(['gone']).projects.openLast()).toBe(true);
});

test('opening does not write, so that a tab that only looks disturbs nobody', async () => {
	const { openTab, storage } = createBrowser();
	const first = openTab();
	first.projects.begin(() => first.put(shot('Fox')));
	await first.save();
	const [before] = await storage.list();
	const second = openTab();
	await second.projects.openLast();
	await second.save();
	expect(await storage.list()).toEqual([before]);
	expect(second.projects.getState().notices).toEqual([{ kind: 'openElsewhere' }]);
});

test('two tabs that change one project: the later writer is told, and both versions are there', async () => {
	const { openTab, stored } = createBrowser();
	const first = openTab();
	first.projects.begin(() => first.put(shot('Fox')));
	await first.save();
	const second = openTab();
	await second.projects.openLast();
	second.projects.takeNotices();
	first.rename('Fox of the first');
	second.rename('Fox of the second');
	await first.save();
	await second.save();
	expect(await stored()).toEqual(['Fox of the first', 'Fox of the second']);
	expect(second.projects.getState().notices).toEqual([{ kind: 'keptBoth' }]);
	expect(second.projects.getState().currentId).not.toBe(first.projects.getState().currentId);
	second.rename('Second goes on');
	first.rename('First goes on');
	await second.save();
	await first.save();
	expect(await stored()).toEqual(['First goes on', 'Second goes on']);
});

test('a tab without changes of its own is told that another wrote', async () => {
	const { openTab } = createBrowser();
	const first = openTab();
	first.projects.begin(() => first.put(shot('Fox')));
	await first.save();
	const second = openTab();
	await second.projects.openLast();
	second.projects.takeNotices();
	first.rename('Fox 2');
	await first.save();
	const [notice] = second.projects.takeNotices();
	expect(notice?.kind).toBe('changedElsewhere');
	await second.projects.open(second.projects.getState().currentId);
	expect(second.editor.getDocument().name).toBe('Fox 2');
});

test('whatever two tabs do in whatever order, each tab’s last version is stored', async () => {
	const step = fc.record({
		tab: fc.nat(1),
		does: fc.constantFrom('change', 'save', 'undo', 'new'),
	});
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
			const { openTab, stored } = createBrowser();
			const first = openTab();
			first.projects.begin(() => first.put(shot('Start')));
			await first.save();
			const second = openTab();
			await second.projects.openLast();
			const tabs = [first, second];
			const changed = new Set<number>();
			let count = 0;
			for (const { tab, does } of steps) {
				const { editor, projects, put, rename, save } = tabs[tab]!;
				if (does === 'change' || does === 'new') changed.add(tab);
				if (does === 'change') rename(`change ${++count}`);
				else if (does === 'undo') editor.undo();
				else if (does === 'new') projects.begin(() => put(shot(`new ${++count}`)));
				else await save();
			}
			await first.save();
			await second.save();
			const names = await stored();
			for (const tab of changed) {
				const { tracks, name } = tabs[tab]!.editor.getDocument();
				// Undo may lead to the empty shot before the first.
				if (tracks.length > 0) expect(names).toContain(name);
			}
		}),
		{ numRuns: 60 },
	);
});

test('a project that this version cannot read stays as it is, is named, and the next one opens', async () => {
	const { openTab, storage } = createBrowser();
	const tab = openTab();
	tab.projects.begin(() => tab.put(shot('Fox')));
	await tab.save();
	const info = {
		id: 'future',
		name: 'Future',
		revision: 'r',
		savedAt: 1e12,
		trackCount: 0,
		imageSha256: null,
	};
	const project = { info, document: { version: 99, name: 'Future' } };
	await storage.restore(project);
	const again = openTab();
	expect(await again.projects.openLast()).toBe(true);
	expect(again.editor.getDocument().name).toBe('Fox');
	expect(again.projects.takeNotices()).toContainEqual({ kind: 'unreadable', name: 'Future' });
	again.rename('Fox 2');
	await again.save();
	expect(await storage.load('future')).toEqual(project);
});

test('a drag is saved while it goes on, and as it ends', async () => {
	const { openTab, stored } = createBrowser();
	const { editor, projects, put, save } = openTab();
	projects.begin(() => put(shot('Fox')));
	await save();
	editor.beginGesture('Drag');
	editor.previewGesture([{ type: 'document/rename', name: 'half' }]);
	await save();
	expect(await stored()).toEqual(['half']);
	editor.cancelGesture();
	await save();
	expect(await stored()).toEqual(['Fox']);
});
