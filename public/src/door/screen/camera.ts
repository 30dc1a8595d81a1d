import { doorCamera, type DoorCamera } from '../../modules/door-camera.ts';
import { say, type TextKey } from './words.ts';

const sentences: Readonly<Record<string, TextKey>> = {
  starting: 'door-app.camera.starting',
  denied: 'door-app.camera.denied',
  noCamera: 'door-app.camera.none',
  insecure: 'door-app.camera.insecure',
};

/** The camera, with its sentences in the language of this device. */
export function camera(
  root: HTMLElement,
  heard: (code: string) => void,
  words: Readonly<Record<string, TextKey>> = sentences,
): DoorCamera {
  return doorCamera(root, (key) => say(words[key] ?? 'door-app.camera.none'), heard);
}
