"""A call as Java with java.net.http, which is there since Java 11."""

from .handed_call import VARIABLE, HandedCall
from .source_strings import java_literal, java_text

_IMPORTS = """import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
"""


def java_code(call: HandedCall) -> str:
    """A class that makes `call` and prints the answer."""
    headers = [
        f"            .header({java_literal(name)}, {java_literal(value)})"
        for name, value in call.headers
    ]
    bearer = f'"Bearer " + System.getenv({java_literal(VARIABLE)})'
    if call.bearer is not None:
        bearer = java_literal(f"Bearer {call.bearer}")
    body = (
        f"HttpRequest.BodyPublishers.ofString(\n                {java_text(call.body)})"
    )
    lines = [
        _IMPORTS,
        "public class SendPush {",
        "    public static void main(String[] args) throws Exception {",
        "        HttpRequest request = HttpRequest.newBuilder()",
        f"            .uri(URI.create({java_literal(call.url)}))",
        *headers,
        f'            .header("Authorization", {bearer})',
        f"            .method({java_literal(call.method)}, {body})",
        "            .build();",
        "        HttpResponse<String> response = HttpClient.newHttpClient()",
        "            .send(request, HttpResponse.BodyHandlers.ofString());",
        '        System.out.println(response.statusCode() + " " + response.body());',
        "    }",
        "}",
        "",
    ]
    return "\n".join(lines)
