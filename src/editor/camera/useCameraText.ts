import { type CameraMessages, camera as english } from '#text/en/camera.ts';
import { camera as french } from '#text/fr/camera.ts';
import { en } from '#text/messages.ts';
import { useText } from '#ui/text/useText.tsx';

/** Texts of the camera, in the language of the rest. They are no part of what the drawing waits for. */
export const useCameraText = (): CameraMessages => (useText() === en ? english : french);
