// The example files of the folder `examples`, in order. UPDATE_GOLDEN=1 swift test --filter EmbeddedExampleTests writes it anew.
#include "include/RulePacks.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char callback_hosts_differ[] = {
#embed "examples/callback-hosts-differ.yaml"
};
static const unsigned char callback_url_credentials[] = {
#embed "examples/callback-url-credentials.yaml"
};
static const unsigned char callback_url_ip_literal[] = {
#embed "examples/callback-url-ip-literal.yaml"
};
static const unsigned char callback_url_not_public[] = {
#embed "examples/callback-url-not-public.yaml"
};
static const unsigned char callback_url_placeholder[] = {
#embed "examples/callback-url-placeholder.yaml"
};
static const unsigned char callback_url_tunnel[] = {
#embed "examples/callback-url-tunnel.yaml"
};
static const unsigned char chat_instance_reuse[] = {
#embed "examples/chat-instance-reuse.yaml"
};
static const unsigned char duplicate_unique_name[] = {
#embed "examples/duplicate-unique-name.yaml"
};
static const unsigned char environment_mismatch[] = {
#embed "examples/environment-mismatch.yaml"
};
static const unsigned char excessive_ttl[] = {
#embed "examples/excessive-ttl.yaml"
};
static const unsigned char insecure_callback_url[] = {
#embed "examples/insecure-callback-url.yaml"
};
static const unsigned char malformed_callback_url[] = {
#embed "examples/malformed-callback-url.yaml"
};
static const unsigned char malformed_sid[] = {
#embed "examples/malformed-sid.yaml"
};
static const unsigned char malformed_unique_name[] = {
#embed "examples/malformed-unique-name.yaml"
};
static const unsigned char missing_callback_url[] = {
#embed "examples/missing-callback-url.yaml"
};
static const unsigned char missing_out_of_session_callback[] = {
#embed "examples/missing-out-of-session-callback.yaml"
};
static const unsigned char pii_in_unique_name[] = {
#embed "examples/pii-in-unique-name.yaml"
};
static const unsigned char placeholder_unique_name[] = {
#embed "examples/placeholder-unique-name.yaml"
};
static const unsigned char stale_service[] = {
#embed "examples/stale-service.yaml"
};
static const unsigned char test_service_left_behind[] = {
#embed "examples/test-service-left-behind.yaml"
};
static const unsigned char unbounded_ttl[] = {
#embed "examples/unbounded-ttl.yaml"
};
static const unsigned char unknown_enum_value[] = {
#embed "examples/unknown-enum-value.yaml"
};

static const rule_pack examples[] = {
    {"callback-hosts-differ", callback_hosts_differ, sizeof callback_hosts_differ},
    {"callback-url-credentials", callback_url_credentials, sizeof callback_url_credentials},
    {"callback-url-ip-literal", callback_url_ip_literal, sizeof callback_url_ip_literal},
    {"callback-url-not-public", callback_url_not_public, sizeof callback_url_not_public},
    {"callback-url-placeholder", callback_url_placeholder, sizeof callback_url_placeholder},
    {"callback-url-tunnel", callback_url_tunnel, sizeof callback_url_tunnel},
    {"chat-instance-reuse", chat_instance_reuse, sizeof chat_instance_reuse},
    {"duplicate-unique-name", duplicate_unique_name, sizeof duplicate_unique_name},
    {"environment-mismatch", environment_mismatch, sizeof environment_mismatch},
    {"excessive-ttl", excessive_ttl, sizeof excessive_ttl},
    {"insecure-callback-url", insecure_callback_url, sizeof insecure_callback_url},
    {"malformed-callback-url", malformed_callback_url, sizeof malformed_callback_url},
    {"malformed-sid", malformed_sid, sizeof malformed_sid},
    {"malformed-unique-name", malformed_unique_name, sizeof malformed_unique_name},
    {"missing-callback-url", missing_callback_url, sizeof missing_callback_url},
    {"missing-out-of-session-callback", missing_out_of_session_callback, sizeof missing_out_of_session_callback},
    {"pii-in-unique-name", pii_in_unique_name, sizeof pii_in_unique_name},
    {"placeholder-unique-name", placeholder_unique_name, sizeof placeholder_unique_name},
    {"stale-service", stale_service, sizeof stale_service},
    {"test-service-left-behind", test_service_left_behind, sizeof test_service_left_behind},
    {"unbounded-ttl", unbounded_ttl, sizeof unbounded_ttl},
    {"unknown-enum-value", unknown_enum_value, sizeof unknown_enum_value},
};

size_t rule_example_count(void) { return sizeof examples / sizeof examples[0]; }

rule_pack rule_example_at(size_t index) { return examples[index]; }
