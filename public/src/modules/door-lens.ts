/** Which camera this device looks through; remembered on it. */
const remembered = 'rostrum-door-lens';

/** The camera somebody chose here, otherwise the one that looks away from them. */
export function openCamera(): Promise<MediaStream> {
  const chosen = localStorage.getItem(remembered);
  const lens = chosen ? { deviceId: { ideal: chosen } } : { facingMode: { ideal: 'environment' } };
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { ...lens, width: { ideal: 1280 }, height: { ideal: 720 } },
  });
}

export async function hasSeveralLenses(): Promise<boolean> {
  return (await lenses()).length > 1;
}

/** Takes the next one from now on. */
export async function chooseNextLens(stream: MediaStream): Promise<void> {
  const all = await lenses();
  const now = stream.getVideoTracks()[0]?.getSettings().deviceId;
  const next = all[(all.findIndex(({ deviceId }) => deviceId === now) + 1) % all.length];
  if (next) localStorage.setItem(remembered, next.deviceId);
}

async function lenses(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '');
}
