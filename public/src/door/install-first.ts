/** An iPhone or iPad that shows the page in a browser: the installed app would not know what is set up here. */
export function mustInstallFirst(): boolean {
  const isApple = /iPhone|iPad|iPod/.test(navigator.userAgent) || isPadAsMac();
  return isApple && !isInstalled();
}

/** Older iPhones say it in a way of their own, which the compiler does not know. */
function isInstalled(): boolean {
  const isAlone = 'standalone' in navigator && navigator.standalone === true;
  return isAlone || matchMedia('(display-mode: standalone)').matches;
}

function isPadAsMac(): boolean {
  return navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1;
}
