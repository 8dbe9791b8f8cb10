// All components on one page, for building and looking: npm run dev, then /testing/gallery.html. Not part of the product.
import '../src/app/style.css';

import { mount } from 'svelte';

import { startNavigation } from '../src/base/navigation.svelte';
import { useLanguage } from '../src/base/words.svelte';
import { startTheme } from '../src/ui/theme.svelte';
import Gallery from './Gallery.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('no #app');
startTheme();
startNavigation();
await useLanguage('id');
mount(Gallery, { target });
