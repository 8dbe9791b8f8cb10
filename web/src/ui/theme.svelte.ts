/** Light or dark: as the device says, unless the person chose. */
export type Look = 'system' | 'light' | 'dark';

const key = 'pamong.look';
const device = window.matchMedia('(prefers-color-scheme: dark)');

function kept(): Look {
  const value = localStorage.getItem(key);
  return value === 'light' || value === 'dark' ? value : 'system';
}

let chosen = $state<Look>(kept());

export const theme = {
  get look(): Look {
    return chosen;
  },
};

function apply(): void {
  const dark = chosen === 'dark' || (chosen === 'system' && device.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}

export function chooseLook(look: Look): void {
  chosen = look;
  localStorage.setItem(key, look);
  apply();
}

export function startTheme(): void {
  apply();
  device.addEventListener('change', apply);
}
