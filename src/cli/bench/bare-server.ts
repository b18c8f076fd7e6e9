import { pathToFileURL } from 'node:url';
import { readConfig, tellHandler } from '../../lib/server/config.ts';
import { addressOf, serve, type Handler } from '../serve.ts';

// Serves a built request handler through the product's own HTTP server; prints its address.

const config = readConfig({ PORT: '0' });
tellHandler(config);
const { href } = pathToFileURL(process.argv[2] ?? '');
const { handler } = (await import(href)) as { handler: Handler };
console.log(addressOf(await serve(handler, config), config.host));
