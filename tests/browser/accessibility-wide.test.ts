import { crawl } from './support/crawl.ts';

// A file a width, so that both are crawled side by side.
crawl(1280);
