import type { QueryRunner } from 'typeorm';

/** Lines of a role, its ownership and the actions it may do: `finance-officer own contribution.add provision.add`. */
export async function permit(runner: QueryRunner, lines: string): Promise<void> {
  const rows = lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [role = '', ownership = '', ...actions] = line.trim().split(/\s+/);
      return actions.map((action) => ({ role, action, ownership }));
    });
  await runner.query(
    'insert into authz.permission (role, action, ownership) select role, action, ownership from jsonb_to_recordset($1) as given(role text, action text, ownership text)',
    [JSON.stringify(rows)],
  );
}
