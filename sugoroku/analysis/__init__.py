"""What can be told of a board before a class plays it. May import `engine` and `model`.

`forecast` is the door. `turns` asks the engine for all turns of one team, `chain`, `course` and
`clock` reckon with their chances, `simulate` plays, `exact` and `sample` make figures of both.
"""
