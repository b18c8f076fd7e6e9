import { crawl } from './support/crawl.ts';

crawl(390);
