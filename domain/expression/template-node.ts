/** The statements and expressions of a template that we evaluate, as the parser builds them. Everything else it knows is refused. */
export type TemplateNode =
  | { type: 'Program'; body: TemplateNode[] }
  | { type: 'If'; test: TemplateNode; body: TemplateNode[]; alternate: TemplateNode[] }
  | { type: 'For'; loopvar: TemplateNode; iterable: TemplateNode; body: TemplateNode[]; defaultBlock: TemplateNode[] }
  | { type: 'Set'; assignee: TemplateNode; value: TemplateNode | null; body: TemplateNode[] }
  | { type: 'Identifier'; value: string }
  | { type: 'IntegerLiteral' | 'FloatLiteral'; value: number }
  | { type: 'StringLiteral'; value: string }
  | { type: 'ArrayLiteral' | 'TupleLiteral'; value: TemplateNode[] }
  | { type: 'ObjectLiteral'; value: Map<TemplateNode, TemplateNode> }
  | { type: 'MemberExpression'; object: TemplateNode; property: TemplateNode; computed: boolean }
  | { type: 'SliceExpression'; start?: TemplateNode; stop?: TemplateNode; step?: TemplateNode }
  | { type: 'BinaryExpression'; operator: { value: string }; left: TemplateNode; right: TemplateNode }
  | { type: 'UnaryExpression'; operator: { value: string }; argument: TemplateNode }
  | { type: 'Ternary'; condition: TemplateNode; trueExpr: TemplateNode; falseExpr: TemplateNode }
  | { type: 'SelectExpression'; lhs: TemplateNode; test: TemplateNode }
  | { type: 'TestExpression'; operand: TemplateNode; negate: boolean; test: { value: string } }
  | { type: 'FilterExpression'; operand: TemplateNode; filter: TemplateNode }
  | { type: 'CallExpression'; callee: TemplateNode; args: TemplateNode[] }
  | { type: 'KeywordArgumentExpression'; key: { value: string }; value: TemplateNode };
