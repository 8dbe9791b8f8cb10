// A Chromium for browser tests: Debian's by default, another by PAMONG_TEST_CHROMIUM.
import { chromium } from 'playwright-core';

const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 800 };

export function openBrowser() {
  return chromium.launch({ executablePath: process.env.PAMONG_TEST_CHROMIUM ?? '/usr/bin/chromium', args: flags });
}
