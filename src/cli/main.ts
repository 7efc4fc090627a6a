#!/usr/bin/env node
import { runCli } from './runCli.ts';

/** From package.json: the build puts it in. */
declare const PACKAGE_VERSION: string;

const { argv, stdin, stdout, stderr } = process;
process.exitCode = await runCli(argv.slice(2), { stdin, stdout, stderr, version: PACKAGE_VERSION });
