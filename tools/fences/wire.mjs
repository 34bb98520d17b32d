// OpenAPI knows a shape by its class's name alone: of two of one name it keeps one, and says nothing.
import ts from 'typescript';
import { isServer, isTest, lineOf } from './tree.mjs';

export function wireFence(tree) {
  const files = tree.files.filter(
    (path) => isServer(path) && path.endsWith('.dto.ts') && !isTest(path),
  );
  const shapes = files.flatMap((file) =>
    tree
      .source(file)
      .statements.filter(ts.isClassDeclaration)
      .map((node) => ({ file, line: lineOf(tree.source(file), node), name: node.name.getText() })),
  );
  const offences = shapes.flatMap(({ file, line, name }) => {
    const other = shapes.find((each) => each.name === name && each.file !== file);
    const reason = `another ${name} stands in ${other?.file}`;
    return other ? [{ file, line, rule: 'one-shape-a-name', reason }] : [];
  });
  return { looked: shapes.length, offences };
}
