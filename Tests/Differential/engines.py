"""Google's engine and ours behind one face: an expression in, an Outcome out."""

import ctypes
import dataclasses
import datetime
import json
import multiprocessing
import re
import resource
import select
import struct
import subprocess
import sys

import services

EXTENSIONS = ["bindings", "encoders", "lists", "math", "optional", "regex", "sets", "strings", "two-var-comprehensions"]

UNKNOWN_TYPE = "?"


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What an engine makes of an expression.

    kind is "value", "error" (when evaluated), "compile error", or "crash"; type is the deduced type. A value is typed as
    in services, and may also be ("about", type, microseconds), a time that came without its nanoseconds, and
    ("some of map", entries), of which some may be missing.
    """

    kind: str
    type: str = ""
    value: tuple = ()
    message: str = ""
    code: str = ""
    span: tuple = (0, 0)

    def __str__(self):
        if self.kind == "value":
            return f"{shown(self.value)} ({self.type})"
        return f"{self.kind}: {self.message}" + (f" ({self.type})" if self.type else "")


def shown(value):
    """A value as text, for people."""
    if value[0] == "double":
        number = value[1] if isinstance(value[1], float) else struct.unpack(">d", bytes.fromhex(value[1]))[0]
        return f"double {number!r}"
    if value[0] == "list":
        return "[" + ", ".join(shown(element) for element in value[1]) + "]"
    if value[0] == "map":
        return "{" + ", ".join(f"{shown(key)}: {shown(element)}" for key, element in value[1]) + "}"
    if value[0] == "optional":
        return "optional.none" if value[1] is None else f"optional({shown(value[1])})"
    return " ".join(part if index == 0 else repr(part) for index, part in enumerate(value))


def double(number):
    """A double by its bits; all NaN are one."""
    return ("double", struct.pack(">d", float("nan") if number != number else number).hex())


# The package takes a reference from None each time that it converts a null, without having one: Python below 3.12
# ends when none is left.
NONE_RESERVE = 100_000


class GoogleEngine:
    """Google's engine in a process of its own, started again when it crashes, or hangs as it does on some expressions."""

    # Seconds for an expression, which takes less than a millisecond.
    PATIENCE = 5
    # Seconds for starting, and for taking the values of variables, on a busy machine.
    START_PATIENCE = 120

    def __init__(self):
        self.context = multiprocessing.get_context("spawn")
        self.world = None
        self.process = None
        self._start()

    def bind(self, world):
        self.world = world
        self._ask(GooglePackage.bind, world, self.START_PATIENCE)

    def evaluate(self, text):
        try:
            return self._ask(GooglePackage.evaluate, text, self.PATIENCE)
        except ChildProcessError as error:
            self._start()
            if self.world is not None:
                self.bind(self.world)
            return Outcome("crash", message=str(error))

    def close(self):
        # What is in C++ for ever takes no other signal.
        self.process.kill()
        self.process.join()

    def _start(self):
        if self.process is not None:
            self.close()
        self.pipe, other = self.context.Pipe()
        self.process = self.context.Process(target=serve_google, args=(other,), daemon=True)
        self.process.start()
        other.close()
        self._answer(self.START_PATIENCE)

    def _ask(self, method, argument, patience):
        try:
            self.pipe.send((method.__name__, argument))
        except OSError:
            raise ChildProcessError("the engine's process has ended") from None
        return self._answer(patience)

    def _answer(self, patience):
        if not self.pipe.poll(patience):
            raise ChildProcessError(f"no answer in {patience} seconds")
        try:
            return self.pipe.recv()
        except (EOFError, OSError):
            raise ChildProcessError("the engine's process has ended") from None


# What Google's process may take, in bytes: some expressions take all that there is.
GOOGLE_MEMORY = 4 << 30


def serve_google(pipe):
    """Says that it is there, and answers what comes through the pipe by the package, until the other side is closed."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (GOOGLE_MEMORY, GOOGLE_MEMORY))
    package = GooglePackage()
    pipe.send(None)
    while True:
        try:
            name, argument = pipe.recv()
        except EOFError:
            return
        pipe.send(getattr(package, name)(argument))


class GooglePackage:
    """cel-expr-python: Google's C++ engine, in this process."""

    def __init__(self):
        from cel_expr_python import cel
        self.cel = cel
        self.pool, self.message = _service_class()
        config = "name: differential\nextensions:\n" + "".join(f"- name: {name}\n" for name in EXTENSIONS)
        variables = {name: self._type(type) for name, type in services.VARIABLES.items()}
        self.environment = cel.NewEnv(self.pool, config=cel.NewEnvConfigFromYaml(config), variables=variables)
        self.activation = None

    def bind(self, world):
        if sys.getrefcount(None) < NONE_RESERVE:
            nones = [None] * NONE_RESERVE
            # Never to be freed: that would take the references back.
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(nones))
        self.activation = self.environment.Activation({name: self._plain(value) for name, value in world.items()})

    def evaluate(self, text):
        try:
            program = self.environment.compile(text)
        except (RuntimeError, ValueError) as error:
            return Outcome("compile error", message=str(error))
        try:
            type = _type_name(program.return_type().name())
        except RuntimeError:
            # The package has no form for the type of a map whose keys are of no key type.
            type = UNKNOWN_TYPE
        try:
            result = program.eval(self.activation)
            if result.type().name() != "ERROR" or self._is_optional(result):
                value = self._value(text, result)
                return Outcome("value", type, value) if value else Outcome("error", type, message="of no type")
            return Outcome("error", type, message=str(result.value()))
        except (RuntimeError, ValueError, MemoryError) as error:
            return Outcome("error", type, message=str(error))

    def _value(self, text, result):
        kind = result.type().name()
        if kind == "TIMESTAMP":
            return ("timestamp", _instant(self._again(f"string({text}\n)")))
        if kind == "DURATION":
            return ("duration", _span(self._again(f"string({text}\n)")))
        if kind.startswith("MAP"):
            pairs = self._again(f"dyn({text}\n).transformList(k, v, [dyn(k), dyn(v)])")
            return ("map", tuple(tuple(self._typed(part) for part in pair.value()) for pair in pairs))
        if self._is_optional(result):
            try:
                has_value = self._again(f"dyn({text}\n).hasValue()")
            except TypeError:
                # It holds an error.
                return ("opaque", "optional_type")
            if not isinstance(has_value, bool):
                return None
            if not has_value:
                return ("optional", None)
            inner = self.evaluate(f"dyn({text}\n).value()")
            return ("optional", inner.value) if inner.kind == "value" else ("opaque", "optional_type")
        return self._typed(result)

    @staticmethod
    def _is_optional(result):
        """The package calls an optional value an error, but cannot give it as a Python value."""
        try:
            result.value()
        except TypeError:
            return True
        return False

    def _again(self, text):
        return self.environment.compile(text).eval(self.activation).value()

    def _typed(self, result):
        kind = result.type().name()
        if self._is_optional(result):
            return ("opaque", "optional_type")
        value = result.value()
        if kind == "NULL":
            return services.NULL
        if kind == "BOOL":
            return ("bool", value)
        if kind in ("INT", "UINT"):
            return (kind.lower(), value)
        if kind == "DOUBLE":
            return double(value)
        if kind == "STRING":
            return ("string", value)
        if kind == "BYTES":
            return ("bytes", bytes(value))
        if kind == "TIMESTAMP":
            epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
            return ("about", "timestamp", (value - epoch) // datetime.timedelta(microseconds=1))
        if kind == "DURATION":
            return ("about", "duration", value // datetime.timedelta(microseconds=1))
        if kind.startswith("LIST"):
            return ("list", tuple(self._typed(element) for element in value))
        if kind.startswith("MAP"):
            entries = tuple((self._key(key), self._typed(element)) for key, element in value.items())
            # To Python, 1 and True are one key: an entry may be missing.
            return ("some of map" if any(key[1] in (0, 1) for key, _ in entries) else "map", entries)
        if kind == "TYPE":
            name = _type_name(value.name()).partition("(")[0]
            return ("type", {"timestamp": "google.protobuf.Timestamp", "duration": "google.protobuf.Duration"}.get(name, name))
        if kind == "Service":
            return self._message_value(value)
        return ("opaque", kind)

    @staticmethod
    def _key(key):
        if isinstance(key, bool):
            return ("bool", key)
        return ("string", key) if isinstance(key, str) else ("integer", key)

    def _message_value(self, message):
        values = []
        for name, type in services.SERVICE_FIELDS:
            content = getattr(message, name)
            if type == "timestamp":
                values.append(("timestamp", content.seconds * services.BILLION + content.nanos))
            elif type == "int":
                values.append(("int", content))
            elif type[0] == "map":
                values.append(("map", tuple((("string", key), ("string", content[key])) for key in content)))
            elif not message.HasField(name):
                values.append(services.NULL)
            else:
                values.append(double(content.value) if type[1] == "double" else (type[1], content.value))
        return ("message", "Service", tuple(values))

    def _type(self, type):
        if isinstance(type, str):
            return getattr(self.cel.Type, type.upper())
        if type[0] == "list":
            return self.cel.Type.List(self._type(type[1]))
        if type[0] == "map":
            return self.cel.Type.Map(self._type(type[1]), self._type(type[2]))
        return self.cel.Type(type[1])

    def _plain(self, value):
        if value[0] == "null":
            return None
        if value[0] == "list":
            return [self._plain(element) for element in value[1]]
        if value[0] == "map":
            return {self._plain(key): self._plain(element) for key, element in value[1]}
        if value[0] == "timestamp":
            epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
            return epoch + datetime.timedelta(microseconds=value[1] // 1000)
        if value[0] == "duration":
            return datetime.timedelta(microseconds=value[1] // 1000)
        if value[0] != "message":
            return value[1]
        message = self.message()
        for (name, type), field in zip(services.SERVICE_FIELDS, value[2]):
            if field[0] == "null":
                continue
            if type == "int":
                setattr(message, name, field[1])
            elif type == "timestamp":
                getattr(message, name).seconds = field[1] // services.BILLION
                getattr(message, name).nanos = field[1] % services.BILLION
            elif type[0] == "map":
                for key, element in field[1]:
                    getattr(message, name)[key[1]] = element[1]
            else:
                # An empty wrapper is set too.
                getattr(message, name).SetInParent()
                getattr(message, name).value = field[1]
        return message


class OurEngine:
    """Our engine: a CELDriver in a process of its own, started again after a crash."""

    # An expression takes milliseconds; one that takes this long hangs.
    PATIENCE = 60

    def __init__(self, program):
        self.program = program
        self.world = None
        self.process = None
        self._start()

    def bind(self, world):
        self.world = world
        self._ask({"bind": {name: _json(value) for name, value in world.items()}})

    def evaluate(self, text):
        try:
            answer = self._ask({"expression": text})
        except ChildProcessError as error:
            self._start()
            if self.world is not None:
                self.bind(self.world)
            return Outcome("crash", message=str(error))
        if "compile_error" in answer:
            return Outcome("compile error", message="; ".join(answer["compile_error"]))
        type = re.sub(r"wrapper\((\w+)\)", r"\1", answer["type"])
        if "error" in answer:
            error = answer["error"]
            return Outcome("error", type, message=error["message"], code=error["code"], span=tuple(error["span"]))
        return Outcome("value", type, _typed(answer["value"]))

    def close(self):
        self.process.kill()
        # Waits for the process, and closes the pipes.
        self.process.communicate()

    def _start(self):
        if self.process is not None:
            self.close()
        self.process = subprocess.Popen([self.program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        fields = {name: _json_type(type) for name, type in services.SERVICE_FIELDS}
        variables = {name: _json_type(type) for name, type in services.VARIABLES.items()}
        self._ask({"messages": {"Service": fields}, "variables": variables})

    def _ask(self, request):
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise ChildProcessError("the driver has ended") from None
        ready, _, _ = select.select([self.process.stdout], [], [], self.PATIENCE)
        if not ready:
            raise ChildProcessError(f"no answer in {self.PATIENCE} seconds")
        line = self.process.stdout.readline()
        if not line:
            raise ChildProcessError(f"the driver ended with status {self.process.wait()}")
        return json.loads(line)


def _typed(json_value):
    (kind, content), = json_value.items()
    if kind == "null":
        return services.NULL
    if kind in ("int", "uint", "timestamp", "duration"):
        return (kind, int(content))
    if kind == "double":
        return double(struct.unpack(">d", bytes.fromhex(content.rjust(16, "0")))[0])
    if kind == "bytes":
        return (kind, bytes.fromhex(content))
    if kind == "list":
        return (kind, tuple(_typed(element) for element in content))
    if kind == "map":
        return (kind, tuple((_typed(key), _typed(element)) for key, element in content))
    if kind == "Service":
        return ("message", kind, tuple(_typed(element) for element in content))
    if kind == "optional":
        return (kind, None if content is None else _typed(content))
    if kind in ("bool", "string", "type"):
        return (kind, content)
    return ("opaque", kind)


def _json(value):
    kind = value[0]
    if kind == "null":
        return {"null": None}
    if kind == "list":
        return {kind: [_json(element) for element in value[1]]}
    if kind == "map":
        return {kind: [[_json(key), _json(element)] for key, element in value[1]]}
    if kind == "message":
        return {value[1]: {name: _json(field) for (name, _), field in zip(services.SERVICE_FIELDS, value[2])}}
    if kind == "double":
        return {kind: double(value[1])[1]}
    if kind == "bytes":
        return {kind: value[1].hex()}
    return {kind: value[1] if kind in ("bool", "string") else str(value[1])}


def _json_type(type):
    if isinstance(type, str):
        return type
    if type[0] == "map":
        return {"map": [_json_type(type[1]), _json_type(type[2])]}
    return {type[0]: type[1] if type[0] == "message" else _json_type(type[1])}


def _type_name(name):
    """MAP<STRING, TYPE<INT>> as our engine writes it: map(string, type)."""
    name = re.sub(r"TYPE<.*>", lambda match: "TYPE" + ">" * (match.group().count(">") - match.group().count("<")), name)
    name = re.sub(r"wrapper<(\w+)>", r"\1", name).replace("<", "(").replace(">", ")").replace("NULL", "null_type")
    names = {"TIMESTAMP": "timestamp", "DURATION": "duration"}
    return re.sub(r"\b[A-Z]+\b", lambda match: names.get(match.group(), match.group().lower()), name)


def _instant(text):
    match = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z", text)
    epoch = datetime.datetime(1970, 1, 1)
    seconds = (datetime.datetime.fromisoformat(match[1]) - epoch) // datetime.timedelta(seconds=1)
    return seconds * services.BILLION + int((match[2] or "").ljust(9, "0"))


def _span(text):
    match = re.fullmatch(r"(-?)(\d+)(?:\.(\d+))?s", text)
    total = int(match[2]) * services.BILLION + int((match[3] or "").ljust(9, "0"))
    return -total if match[1] else total


def _service_class():
    """The message Service in protocol buffers: a pool with its type, and its class."""
    from google.protobuf import any_pb2, descriptor_pb2, descriptor_pool, duration_pb2, message_factory
    from google.protobuf import struct_pb2, timestamp_pb2, wrappers_pb2
    pool = descriptor_pool.DescriptorPool()
    for module in (any_pb2, duration_pb2, struct_pb2, timestamp_pb2, wrappers_pb2):
        pool.AddSerializedFile(module.DESCRIPTOR.serialized_pb)
    kinds = descriptor_pb2.FieldDescriptorProto
    file = descriptor_pb2.FileDescriptorProto(
        name="service.proto", syntax="proto3",
        dependency=["google/protobuf/timestamp.proto", "google/protobuf/wrappers.proto"])
    message = file.message_type.add(name="Service")
    wrappers = {"string": "StringValue", "double": "DoubleValue", "int": "Int64Value", "bool": "BoolValue",
                "uint": "UInt64Value", "bytes": "BytesValue"}
    for number, (name, type) in enumerate(services.SERVICE_FIELDS, start=1):
        field = message.field.add(name=name, number=number, label=kinds.LABEL_OPTIONAL)
        if type == "int":
            # With presence: a field that our engine is given a value for is set, even to 0.
            field.type, field.proto3_optional, field.oneof_index = kinds.TYPE_INT64, True, len(message.oneof_decl)
            message.oneof_decl.add(name=f"_{name}")
        elif type == "timestamp":
            field.type, field.type_name = kinds.TYPE_MESSAGE, ".google.protobuf.Timestamp"
        elif type[0] == "map":
            entry = message.nested_type.add(name="LinksEntry")
            entry.options.map_entry = True
            for index, part in enumerate(("key", "value"), start=1):
                entry.field.add(name=part, number=index, type=kinds.TYPE_STRING, label=kinds.LABEL_OPTIONAL)
            field.type, field.type_name, field.label = kinds.TYPE_MESSAGE, ".Service.LinksEntry", kinds.LABEL_REPEATED
        else:
            field.type, field.type_name = kinds.TYPE_MESSAGE, f".google.protobuf.{wrappers[type[1]]}"
    pool.Add(file)
    return pool, message_factory.GetMessageClass(pool.FindMessageTypeByName("Service"))
