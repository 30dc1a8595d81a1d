import { startDevice } from './door/start.ts';
import { deviceScreen } from './door/screen/device-screen.ts';
import { keepPage } from './door/keep-page.ts';

const screen = deviceScreen(document.body);
startDevice(screen).catch((error: unknown) => screen.failed(error));
void keepPage();
