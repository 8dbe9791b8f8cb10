import './app/style.css';

import { mount } from 'svelte';

import App from './app/App.svelte';
import { start, startLanguage } from './features/access/session.svelte';
import { startTheme } from './ui/theme.svelte';
import { startNavigation } from './base/navigation.svelte';
import { installApp } from './offline/install.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

startTheme();
startNavigation();
await startLanguage();
mount(App, { target });
await start();
await installApp();
