import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { run } from './process';
import { findProgram, installFromDebian, isProgram } from './programs';

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-device-scale-factor=1',
];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: ARGUMENTS });
}

/** A browser of the Chromium family: named, installed, or installed now. */
async function findBrowser(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named !== undefined) {
    if (await isProgram(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which is no program.`);
  }
  return (await installed()) ?? (await fromDebian()) ?? (await fromPlaywright());
}

function installed(): Promise<string | undefined> {
  return findProgram(NAMES, ELSEWHERE);
}

async function fromDebian(): Promise<string | undefined> {
  return (await installFromDebian(['chromium', 'fonts-dejavu-core'])) ? installed() : undefined;
}

async function fromPlaywright(): Promise<string> {
  const cli = join(require.resolve('playwright-core/package.json'), '..', 'cli.js');
  try {
    await run(process.execPath, [cli, 'install', 'chromium']);
    const path = chromium.executablePath();
    if (await isProgram(path)) return path;
  } catch (error) {
    console.error(String(error));
  }
  throw new Error(
    'No browser was found: install Chromium, Chrome or Edge, or name one in CHROME_PATH.',
  );
}
