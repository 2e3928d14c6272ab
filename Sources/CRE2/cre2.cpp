#include "cre2.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

#include <re2/re2.h>

struct cre2_pattern {
    RE2 expression;

    cre2_pattern(const re2::StringPiece &pattern, const RE2::Options &options) : expression(pattern, options) {}
};

static void write_reason(const char *text, size_t length, char *reason, size_t reason_size) {
    if (reason_size == 0) {
        return;
    }
    size_t kept = std::min(length, reason_size - 1);
    std::memcpy(reason, text, kept);
    reason[kept] = '\0';
}

extern "C" cre2_pattern *cre2_compile(
    const char *pattern, size_t length, int64_t max_memory, char *reason, size_t reason_size) {
    // No exception may leave a C function.
    try {
        RE2::Options options;
        options.set_log_errors(false);
        options.set_max_mem(max_memory);
        auto compiled =
            std::make_unique<cre2_pattern>(re2::StringPiece(pattern == nullptr ? "" : pattern, length), options);
        if (!compiled->expression.ok()) {
            const std::string &error = compiled->expression.error();
            write_reason(error.data(), error.size(), reason, reason_size);
            return nullptr;
        }
        return compiled.release();
    } catch (const std::bad_alloc &) {
        static const char message[] = "out of memory";
        write_reason(message, sizeof message - 1, reason, reason_size);
        return nullptr;
    }
}

extern "C" void cre2_release(cre2_pattern *pattern) { delete pattern; }

extern "C" bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length) {
    // What PartialMatch comes to for a caller that asks for no group.
    re2::StringPiece whole(text == nullptr ? "" : text, length);
    return pattern->expression.Match(whole, 0, length, RE2::UNANCHORED, nullptr, 0);
}

extern "C" bool cre2_find(
    const cre2_pattern *pattern, const char *text, size_t length, size_t start, int64_t *bounds, int count) {
    constexpr int most = 10;
    if (count < 1 || count > most || start > length) {
        return false;
    }
    const char *begin = text == nullptr ? "" : text;
    re2::StringPiece groups[most];
    // Groups that the pattern does not have are left empty by RE2.
    if (!pattern->expression.Match(re2::StringPiece(begin, length), start, length, RE2::UNANCHORED, groups, count)) {
        return false;
    }
    for (int group = 0; group < count; group++) {
        bool took_part = groups[group].data() != nullptr;
        bounds[2 * group] = took_part ? groups[group].data() - begin : -1;
        bounds[2 * group + 1] = took_part ? groups[group].data() - begin + groups[group].size() : -1;
    }
    return true;
}

extern "C" int cre2_group_count(const cre2_pattern *pattern) { return pattern->expression.NumberOfCapturingGroups(); }

extern "C" int cre2_program_size(const cre2_pattern *pattern) { return pattern->expression.ProgramSize(); }
