// Default deny: a route without @Can(permission), @SignedIn() or @Public() is an offence.
import ts from 'typescript';
import { isTest, lineOf } from './tree.mjs';

const METHODS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Head', 'Options']);
const RIGHTS = new Set(['Can', 'SignedIn', 'Public']);

function decoratorNames(node) {
  return (ts.getDecorators(node) ?? []).map((each) =>
    ts.isCallExpression(each.expression)
      ? each.expression.expression.getText()
      : each.expression.getText(),
  );
}

export function routeFence(tree) {
  const files = tree.files.filter((path) => path.endsWith('.controller.ts') && !isTest(path));
  const offences = [];
  let looked = 0;
  for (const path of files) {
    const source = tree.source(path);
    for (const controller of source.statements.filter(ts.isClassDeclaration)) {
      const classHasRight = decoratorNames(controller).some((name) => RIGHTS.has(name));
      for (const member of controller.members.filter(ts.isMethodDeclaration)) {
        const names = decoratorNames(member);
        if (!names.some((name) => METHODS.has(name))) continue;
        looked += 1;
        if (classHasRight || names.some((name) => RIGHTS.has(name))) continue;
        offences.push({
          file: path,
          line: lineOf(source, member),
          rule: 'route-has-right',
          reason: `${member.name.getText()} states none of @Can(permission), @SignedIn(), @Public()`,
        });
      }
    }
  }
  return { looked, offences };
}
