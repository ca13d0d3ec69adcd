import { useMemo } from 'react';
import { cameraPresets } from '#core/camera/cameraPresets.ts';
import type { PaletteCommand } from '../palette/paletteCommands.ts';
import type { EditorStore } from '../store/createEditorStore.ts';
import { applyPreset } from './cameraEdits.ts';
import { openCamera } from './cameraFocus.ts';
import { useCameraText } from './useCameraText.ts';

/** The camera in the command palette: its panel, and each of its moves. */
export function useCameraCommands(store: EditorStore): readonly PaletteCommand[] {
	const text = useCameraText();
	return useMemo(() => {
		const command = (id: string, label: string, run: () => void): PaletteCommand => ({
			id: `camera/${id}`,
			label,
			group: 'time',
			shortcuts: [],
			run,
		});
		return [
			command('open', text.openCamera, () => openCamera(store)),
			...cameraPresets.map((preset) =>
				command(preset, `${text.camera}: ${text.presets[preset]}`, () =>
					applyPreset(store, preset, text.steps),
				),
			),
		];
	}, [store, text]);
}
