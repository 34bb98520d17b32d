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

const isAnyOf = (names, wanted) => names.some((name) => wanted.has(name));

// The routes of a file, each with whether it or its controller states a right.
function routesOf(source) {
  const controllers = source.statements.filter(ts.isClassDeclaration);
  return controllers.flatMap((controller) => {
    const classHasRight = isAnyOf(decoratorNames(controller), RIGHTS);
    return controller.members
      .filter(ts.isMethodDeclaration)
      .map((member) => ({ member, names: decoratorNames(member) }))
      .filter(({ names }) => isAnyOf(names, METHODS))
      .map(({ member, names }) => ({ member, hasRight: classHasRight || isAnyOf(names, RIGHTS) }));
  });
}

export function routeFence(tree) {
  const files = tree.files.filter((path) => path.endsWith('.controller.ts') && !isTest(path));
  const routes = files.flatMap((file) =>
    routesOf(tree.source(file)).map((route) => ({ file, ...route })),
  );
  const offences = routes
    .filter(({ hasRight }) => !hasRight)
    .map(({ file, member }) => ({
      file,
      line: lineOf(tree.source(file), member),
      rule: 'route-has-right',
      reason: `${member.name.getText()} states none of @Can(permission), @SignedIn(), @Public()`,
    }));
  return { looked: routes.length, offences };
}
