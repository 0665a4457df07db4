import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { identitySchema } from './index.ts'

const schema = suite('the identity schema')
const tables = identitySchema.steps.flatMap((step) => step.statements('mysql')).filter((text) => /^CREATE/.test(text))

schema('is made of types that Db2 has too', () => {
  for (const table of tables) {
    const types = [...table.matchAll(/\b(?:VAR)?CHAR\(\d+\)|\b[A-Z]*(?:INT|TEXT|BLOB|DATE|CLOB)\b/g)].map(
      ([type]) => type,
    )
    const strange = types.filter((type) => !/^((VAR)?CHAR\(\d+\)|BIGINT|SMALLINT)$/.test(type))
    assert.ok(types.length > 2)
    assert.equal(strange, [], table)
  }
})

schema('has no name that is a reserved word of Db2', () => {
  const names = tables.flatMap((table) => [
    ...[...table.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    ...[...table.matchAll(/[(,] ?([a-z]\w*) [A-Z]/g)].map(([, name = '']) => name),
  ])
  assert.ok(names.includes('users') && names.includes('row_version'))
  assert.equal(
    names.filter((name) => reserved.has(name.toUpperCase())),
    [],
  )
})

schema.run()

/** Those of Db2's list that somebody might think of for a column here. */
const reserved = new Set(
  `ACTIVATE ADD AFTER ALIAS ALL AND ANY AS AT ATTRIBUTES AUDIT AUTHORIZATION BEFORE BEGIN BETWEEN BY CACHE CALL CASE
  CAST CHAR CHARACTER CHECK CLOSE COLLECTION COLUMN COMMENT COMMIT CONDITION CONNECTION CONSTRAINT CONTAINS COUNT CREATE
  CROSS CURRENT CURSOR CYCLE DATA DATABASE DATE DAY DAYS DEFAULT DEFAULTS DELETE DISABLE DISTINCT DO DOCUMENT DROP EACH
  ELSE ENABLE ENCODING ENCRYPTION END ENDING ERASE EVERY EXCEPT EXECUTE EXISTS EXIT EXTERNAL FETCH FILE FINAL FOR FREE
  FROM FULL FUNCTION GENERAL GENERATED GET GLOBAL GO GRANT GROUP HANDLER HASH HAVING HINT HOLD HOUR HOURS IDENTITY IF
  IMPORT IN INCREMENT INDEX INNER INPUT INSERT INTO IS ISOLATION ITERATE JAR JOIN KEEP KEY LABEL LANGUAGE LATERAL LEAVE
  LEFT LIKE LIMIT LOCAL LOCALE LOCATOR LOCK LOOP MAINTAINED MERGE MINUTE MINUTES MODE MONTH MONTHS NEW NO NOT NULL OF OFF
  OFFSET OLD ON OPEN OPTION OR ORDER OUT OUTER OVER PACKAGE PARAMETER PART PARTITION PASSWORD PATH PERCENT PERIOD PLAN
  POSITION PRECISION PRIMARY PRIVILEGES PROGRAM PUBLIC QUERY RANGE RANK READ READS REFERENCES REFRESH RELEASE RENAME
  REPEAT RESET RESTART RESULT RETURN REVOKE RIGHT ROLE ROLLBACK ROUTINE ROW ROWS RUN SCHEMA SCROLL SEARCH SECOND SECONDS
  SECURITY SELECT SEQUENCE SESSION SET SIGNAL SIMPLE SOME SOURCE SPECIFIC STANDARD START STARTING STATEMENT STATIC STAY
  STYLE SUMMARY SYSTEM TABLE THEN TIME TIMESTAMP TO TRANSACTION TRIGGER TRIM TYPE UNDO UNION UNIQUE UNTIL UPDATE USAGE
  USER USING VALUE VALUES VARIABLE VARIANT VERSION VIEW VOLUMES WHEN WHERE WHILE WITH WRITE YEAR YEARS`.split(/\s+/),
)
